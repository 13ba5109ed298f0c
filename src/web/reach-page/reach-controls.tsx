/** Which facility, how one goes, for which areas, and how long is too long. */
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { getLevelWord } from '#web/app/level-words.ts'
import { useSetUrlState } from '#web/app/url.tsx'
import { PeopleYearField } from '#web/components/people-year-field.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { FACILITY_PATHS, MODE_PATHS, RANKS, REACH_LEVELS, SHOWN, type ReachChoice } from '#web/reach-page/reach-choice.ts'

interface ReachControlsProps {
  choice: ReachChoice
  types: FacilityTypeListAnswer['facilityTypes']
  countedYear: number
  canProject: boolean
}

export function ReachControls({ choice, types, countedYear, canProject }: ReachControlsProps) {
  const { t, pick } = useLanguage()
  const setState = useSetUrlState()
  const shownTexts = { minuten: t.reach.showMinutes, deel: t.reach.showShare, aantal: t.reach.showPeople, keuze: t.reach.showWithin, plekken: t.reach.showPlaces }
  return (
    <div className="td-controls td-controls--even">
      <SelectField
        label={t.reach.facility}
        value={FACILITY_PATHS[choice.facilityType]}
        options={types.filter(({ count = 0 }) => count > 0).map(({ id, name }) => ({ value: FACILITY_PATHS[id], text: pick(name) }))}
        onChange={(path) => setState({ voorziening: path, norm: undefined })}
      />
      <SelectField
        label={t.reach.mode}
        value={MODE_PATHS[choice.mode]}
        options={(['car', 'bicycle', 'foot'] as const).map((mode) => ({ value: MODE_PATHS[mode], text: t.reach.modes[mode] }))}
        onChange={(path) => setState({ manier: path })}
      />
      <SelectField
        label={t.reach.level}
        value={getLevelWord(choice.level)}
        options={REACH_LEVELS.map((level) => ({ value: getLevelWord(level), text: t.levels[level] }))}
        onChange={(word) => setState({ niveau: word, gebied: undefined })}
      />
      <NumberField label={t.reach.norm} value={choice.normMinutes} unit={t.reach.minutesUnit(choice.normMinutes)} onChange={(norm) => setState({ norm: norm === undefined ? undefined : String(norm) })} />
      <SelectField
        label={t.reach.rank}
        value={String(choice.rank)}
        options={RANKS.map((rank) => ({ value: String(rank), text: t.reach.ranks[rank - 1] ?? String(rank) }))}
        onChange={(rank) => setState({ hoeveelste: rank === '1' ? undefined : rank })}
      />
      {canProject && <PeopleYearField year={choice.year} countedYear={countedYear} />}
      <SelectField
        label={t.reach.shown}
        value={choice.shown}
        options={SHOWN.map((shown) => ({ value: shown, text: shownTexts[shown] }))}
        onChange={(shown) => setState({ toon: shown })}
      />
    </div>
  )
}
