/** The list under the search box, and the line that tells a screen reader how many there are. */
import type { SearchResult } from '#domain/answers/answers.ts'
import { useLanguage } from '#web/app/language.tsx'

interface SearchResultsProps {
  id: string
  label: string
  visible: boolean
  failed: boolean
  query: string
  results: readonly SearchResult[]
  active: number
  onChoose: (result: SearchResult) => void
}

export function SearchResults({ id, label, visible, failed, query, results, active, onChoose }: SearchResultsProps) {
  const { t } = useLanguage()
  const empty = visible && results.length === 0
  const nothing = failed ? t.search.failed : t.search.none(query)
  return (
    <>
      <div className={visible ? 'utrecht-combobox__popover utrecht-combobox__popover--block-end td-search__popover' : 'td-search__popover--none'}>
        <ul id={id} role="listbox" aria-label={label} className="td-search__list" hidden={!visible || empty}>
          {results.map((result, index) => (
            <li
              key={`${result.kind}-${result.id}-${result.name}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className={index === active ? 'td-search__option td-search__option--active' : 'td-search__option'}
              // Pointer down would take the focus from the input and close the list before the click.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(result)}
            >
              <ResultText result={result} />
            </li>
          ))}
        </ul>
        {empty && <p className="td-search__none">{nothing}</p>}
      </div>
      <span className="td-visually-hidden" role="status">
        {visible && (empty ? nothing : `${t.search.count(results.length)}. ${t.search.hint}`)}
      </span>
    </>
  )
}

function ResultText({ result }: { result: SearchResult }) {
  const { t, format, pick } = useLanguage()
  return (
    <>
      <span className="td-search__name">{result.name}</span>{' '}
      <span className="td-search__kind">{t.resultKind[result.kind]}</span>{' '}
      <span className="td-search__context">
        {pick(result.context)}
        {result.population !== undefined && ` · ${format.number(result.population)} ${t.search.inhabitants}`}
      </span>
    </>
  )
}
