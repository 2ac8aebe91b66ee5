import type { Site } from "../data/site.ts";
import { wording } from "../wording.ts";
import type { AnyField } from "./any-value.ts";
import { Fact } from "./fact.tsx";
import { columnsOf } from "./is-table.ts";

/** Groups of the same short fields, a row for each. It scrolls by itself where the page is narrow. */
export function GroupTable({ site, groups }: { site: Site; groups: AnyField[][] }) {
  const columns = [...columnsOf(groups)];
  const valueAt = (group: AnyField[], column: string) => group.find(({ name }) => name === column)?.value;
  const classOf = (column: string) =>
    groups.every((group) => (valueAt(group, column)?.kind ?? "number") === "number") ? "number" : undefined;
  return (
    <div className="prose">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className="table-box" role="group" aria-label={wording.table} tabIndex={0}>
        <table className="group-table">
          <thead>
            <tr>
              {columns.map(([name, label]) => (
                <th key={name} scope="col" className={classOf(name)}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group, index) => (
              // Rendered once and never reordered, so the place will do as a key.
              <tr key={index}>
                {columns.map(([name]) => {
                  const value = valueAt(group, name);
                  return (
                    <td key={name} className={classOf(name)}>
                      {value ? <Fact site={site} value={value} /> : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
