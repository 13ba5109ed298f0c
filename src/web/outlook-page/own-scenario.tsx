/** A scenario of one's own: a few dials, or a file. */
import { useId, useState } from 'react'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { sendDocument } from '#web/api/client.ts'
import { projectionRunUrl, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { saveFile, toFileName } from '#web/map/picture.ts'
import { areTurned, BUILDING_YEARS, DIALS, MOST_PERCENT, SHARE_FROM_ELSEWHERE, writeOpened, type Dial, type Dials } from '#web/outlook-page/scenarios.ts'
import { Faults } from '#web/components/faults.tsx'
import { DocumentField } from '#web/components/document-field.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { ScenarioEditor } from '#web/scenario-editor/scenario-editor.tsx'
import { EMPTY_SCENARIO } from '#web/scenario-editor/scenario-steps.ts'
import { listFaults } from '#web/components/list-faults.ts'

interface OwnScenarioProps {
  placeKey: PlaceKey
  dials: Dials
  /** Homes a year that are planned; undefined where there is not one municipality to build in. */
  homes: number | undefined
  peoplePerHome: number
  /** From a file. */
  opened: ScenarioDocument | undefined
  /** What there is to save. */
  document: ScenarioDocument | undefined
}

export function OwnScenario({ placeKey, dials, homes, peoplePerHome, opened, document }: OwnScenarioProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const text = t.outlook.compare
  const button = 'utrecht-button utrecht-button--secondary-action'
  return (
    <fieldset className="td-own-scenario">
      <legend className="td-own-scenario__legend">{text.own}</legend>
      {opened === undefined ? (
        <>
          {DIALS.map((dial) => (
            <DialField key={dial} dial={dial} percent={dials[dial]} />
          ))}
          {homes !== undefined && <HomesField homes={homes} peoplePerHome={peoplePerHome} />}
        </>
      ) : (
        <>
          <p className="utrecht-paragraph" role="status">
            {text.opened(opened.name)}
          </p>
          <OpenedEditor opened={opened} />
        </>
      )}
      <div className="td-actions">
        {opened !== undefined && (
          <button type="button" className={button} onClick={() => setState({ eigen: undefined })}>
            {text.close}
          </button>
        )}
        {opened === undefined && (areTurned(dials) || (homes ?? 0) !== 0) && (
          <button type="button" className={button} onClick={() => setState(Object.fromEntries([...DIALS, 'woningen'].map((name) => [name, undefined])))}>
            {text.reset}
          </button>
        )}
        {document !== undefined && (
          <button type="button" className={button} onClick={() => saveFile(new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }), `topdorp-scenario-${toFileName(document.name)}.json`)}>
            {text.save}
          </button>
        )}
      </div>
      <OpenScenario placeKey={placeKey} />
    </fieldset>
  )
}

/** Changes what was opened. A change that does not fit in the address is not made, and the page says so. */
function OpenedEditor({ opened }: { opened: ScenarioDocument }) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const [isTooLong, setTooLong] = useState(false)
  const change = (scenario: ScenarioDocument): void => {
    const written = writeOpened(scenario)
    setTooLong(written === undefined)
    if (written !== undefined) setState({ eigen: written })
  }
  return (
    <>
      <ScenarioEditor scenario={{ ...EMPTY_SCENARIO, ...opened }} onChange={change} />
      {isTooLong && <Faults faults={[t.outlook.compare.tooLong]} title={t.outlook.compare.refused} />}
    </>
  )
}

const DIAL_STEP = 5

function DialField({ dial, percent }: { dial: Dial; percent: number }) {
  const { t, format } = useLanguage()
  const setState = useSetUrlState()
  const id = useId()
  const said = percent === 0 ? t.outlook.compare.same : t.outlook.compare.dial(format.signed(percent))
  return (
    <div className="td-field">
      <label className="utrecht-form-label" htmlFor={id}>
        {t.outlook.compare.dials[dial]}
      </label>
      {/* A screen reader says it with the slider. */}
      <span className="td-dial__value" aria-hidden="true">
        {said}
      </span>
      <input
        id={id}
        type="range"
        className="td-range"
        min={-MOST_PERCENT}
        max={MOST_PERCENT}
        step={DIAL_STEP}
        value={percent}
        aria-valuetext={said}
        onChange={({ target }) => setState({ [dial]: target.valueAsNumber === 0 ? undefined : String(target.valueAsNumber) })}
      />
    </div>
  )
}

function HomesField({ homes, peoplePerHome }: { homes: number; peoplePerHome: number }) {
  const { t, format } = useLanguage()
  const setState = useSetUrlState()
  return (
    <div>
      <NumberField label={t.outlook.compare.homes} value={homes} whole onChange={(value) => setState({ woningen: value === undefined || value === 0 ? undefined : String(value) })} />
      <p className="td-note">{t.outlook.compare.homesNote(BUILDING_YEARS, format.number(peoplePerHome, 1), format.number(100 * SHARE_FROM_ELSEWHERE))}</p>
    </div>
  )
}

/** A file is only taken when the API can carry it out; otherwise it says why, and everything stays as it was. */
function OpenScenario({ placeKey }: { placeKey: PlaceKey }) {
  const { t, language } = useLanguage()
  const setState = useSetUrlState()
  const [faults, setFaults] = useState<readonly string[]>([])
  const read = async (document: unknown): Promise<void> => {
    try {
      await sendDocument(projectionRunUrl(placeKey), document, language)
    } catch (error) {
      return setFaults(listFaults(error, t))
    }
    const text = writeOpened(document)
    if (text === undefined) setFaults([t.outlook.compare.tooLong])
    else setState({ eigen: text })
  }
  const { open, openHint, refused } = t.outlook.compare
  return (
    <DocumentField label={open} hint={openHint} tooLarge={t.selection.tooLarge} notJson={t.selection.notJson} onFaults={setFaults} onRead={read}>
      {faults.length > 0 && <Faults faults={faults} title={refused} />}
    </DocumentField>
  )
}
