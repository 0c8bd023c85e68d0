/** The head of a table: a cell for each column. */
import type { ComponentChildren } from 'preact';

export const TableHead = ({ columns }: { readonly columns: readonly ComponentChildren[] }) => (
  <thead>
    <tr>
      {columns.map((column, i) => (
        <th key={i} scope="col">
          {column}
        </th>
      ))}
    </tr>
  </thead>
);
