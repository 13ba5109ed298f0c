/** Which colour, and which dashes, stand for what. */
export interface KeyEntry {
  readonly name: string
  readonly colour: string
  /** A line with these dashes in place of a block. */
  readonly dashes?: string
}

export function ChartKey({ entries }: { entries: readonly KeyEntry[] }) {
  return (
    <ul className="td-key">
      {entries.map(({ name, colour, dashes }) => (
        <li key={name}>
          <svg width="28" height="14" aria-hidden="true" focusable="false">
            {dashes === undefined ? (
              <rect width="28" height="14" fill={colour} />
            ) : (
              <line x1="0" x2="28" y1="7" y2="7" stroke={colour} strokeWidth="3" strokeDasharray={dashes || 'none'} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
