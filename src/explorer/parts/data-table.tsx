import type { Child } from 'hono/jsx';

interface DataTableProps {
  /** The column headings. */
  readonly columns: readonly string[];
  /** The rows. */
  readonly children?: Child;
}

/** A table that scrolls sideways on a narrow page. */
export function DataTable({ columns, children }: DataTableProps) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
