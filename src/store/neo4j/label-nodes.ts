// What is searched is kept beside the entities: (:Label {entityId, …}) with a HAS_KEY relationship to
// itself for every text it is found by, (:LabelShelf), (:Word) and (:EntityText {entityId, …}).

/** A relationship rather than a node: a third of the room, and it goes where its label goes. */
export const keyType = 'HAS_KEY';

/** Its analyzer parts texts at spaces alone: they are folded already. */
export const textIndex = {
  name: 'glossgraph_EntityText_words',
  label: 'EntityText',
  properties: ['labels', 'summary', 'body', 'kind'],
} as const;
