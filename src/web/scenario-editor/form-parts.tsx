/** What the forms of steps share. */
import { useId } from 'react'
import type { SearchResult } from '#domain/answers/answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'
import type { NewStep } from '#web/scenario-editor/scenario-steps.ts'

export interface StepFormProps {
  onAdd: (step: NewStep) => void
}

export type Chosen = Pick<SearchResult, 'id' | 'name' | 'kind'>

const LARGE: readonly Chosen['kind'][] = ['country', 'landsdeel', 'province', 'corop']

/** Not what is larger than a municipality: it has no one place, and too much in it to choose from. */
export const findLocal = (place: Chosen | undefined): Chosen | undefined => (place && LARGE.includes(place.kind) ? undefined : place)

interface ChosenPlaceProps {
  id: string
  label: string
  chosen: Chosen | undefined
  /** A municipality or smaller. */
  isLocal?: boolean
  onChoose: (place: Chosen) => void
}

/** A place to search for, and the one that was chosen. */
export function ChosenPlace({ id, label, chosen, isLocal = false, onChoose }: ChosenPlaceProps) {
  const { t } = useLanguage()
  return (
    <div>
      <PlaceSearch id={id} label={label} onChoose={({ id: place, name, kind }) => onChoose({ id: place, name, kind })} />
      <p role="status" className="td-editor__chosen">
        {chosen === undefined ? '' : isLocal && findLocal(chosen) === undefined ? t.scenarios.tooLarge(chosen.name) : t.scenarios.chosen(chosen.name)}
      </p>
    </div>
  )
}

/** The hint says what is still missing, for as long as the button does nothing. */
export function AddButton({ disabled, onAdd, hint }: { disabled: boolean; onAdd: () => void; hint: string }) {
  const { t } = useLanguage()
  const hintId = useId()
  return (
    <div className="td-editor__button">
      <button type="button" className="utrecht-button utrecht-button--primary-action" aria-disabled={disabled} {...(disabled && { 'aria-describedby': hintId })} onClick={() => !disabled && onAdd()}>
        {t.scenarios.addButton}
      </button>
      {disabled && (
        <span id={hintId} className="td-note">
          {hint}
        </span>
      )}
    </div>
  )
}
