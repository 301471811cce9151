import { type Cited, Source } from './basics.tsx';

/** The place of a clause: its document, as a link where possible, and the section. */
export function ClausePlace(props: {
  clause: { readonly section: string | null; readonly document: Cited | null };
}) {
  const { document, section } = props.clause;
  return (
    <>
      {document !== null && <Source source={document} />}
      {document !== null && section !== null && ', '}
      {section !== null && (/^\d/.test(section) ? `section ${section}` : section)}
    </>
  );
}
