import { type Cited, Source } from './basics.tsx';

/** Where a clause stands: its document, which may be a link, and the section. */
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
