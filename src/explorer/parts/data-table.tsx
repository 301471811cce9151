import type { Child } from 'hono/jsx';

interface DataTableProps {
  /** What stands over each column. */
  readonly columns: readonly string[];
  /** The rows. */
  readonly children?: Child;
}

/** A table that scrolls by itself where the page is narrower. */
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
