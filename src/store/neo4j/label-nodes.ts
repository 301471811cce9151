// The search data next to the entities: (:Label {entityId, …}) with a HAS_KEY relationship to
// itself for each of its keys, (:LabelShelf), (:Word) and (:EntityText {entityId, …}).

/**
 * A key is a relationship and not a node: it takes a third of the space and is removed with its
 * label.
 */
export const keyType = 'HAS_KEY';

/** Its analyzer only splits texts at spaces, since they are already folded. */
export const textIndex = {
  name: 'glossgraph_EntityText_words',
  label: 'EntityText',
  properties: ['labels', 'summary', 'body', 'kind'],
} as const;
