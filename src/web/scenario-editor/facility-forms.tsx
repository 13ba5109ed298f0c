/** A facility that closes, chosen from those near a place, and one that opens in a place. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NearbyFacilityListAnswer } from '#domain/answers/reach-answers.ts'
import type { FacilityType } from '#domain/facility.ts'
import type { ClosedFacility } from '#domain/scenario-facilities.ts'
import { normaliseName } from '#domain/names.ts'
import { facilityQuery, facilityTypesQuery } from '#web/api/queries.ts'
import { facilitiesNearQuery } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { AddButton, ChosenPlace, findLocal, type Chosen, type StepFormProps } from '#web/scenario-editor/form-parts.tsx'

export function TypeField({ value, onChange }: { value: FacilityType; onChange: (type: FacilityType) => void }) {
  const { t, pick } = useLanguage()
  const types = useQuery(facilityTypesQuery()).data?.facilityTypes.filter(({ count = 0 }) => count > 0) ?? []
  return <SelectField label={t.reach.facility} value={value} options={types.map(({ id, name }) => ({ value: id, text: pick(name) }))} onChange={(id) => onChange(id as FacilityType)} />
}

/** Name and municipality go along for whoever reads the document. */
export type ChosenFacility = Pick<ClosedFacility, 'id' | 'name' | 'municipality'>

/** More than so many have a field to search by name. */
const MANY = 15

/** A facility chosen from those near a place. */
export function WhichFacility({ id, type, which, onChoose }: { id: string; type: FacilityType; which: string; onChoose: (facility: ChosenFacility | undefined) => void }) {
  const { t } = useLanguage()
  const [place, setPlace] = useState<Chosen>()
  const [chosen, setChosen] = useState('')
  const local = findLocal(place)
  const near = useQuery({ ...facilitiesNearQuery(local?.id ?? '', type), enabled: local !== undefined })
  const choose = (own: string): void => {
    setChosen(own)
    const facility = near.data?.facilities.find((one) => one.id === own)
    onChoose(facility && { id: facility.id, name: facility.name, ...(facility.municipality && { municipality: facility.municipality.code }) })
  }
  return (
    <>
      <ChosenPlace
        id={id}
        label={t.scenarios.close.place}
        chosen={place}
        isLocal
        onChoose={(own) => {
          setPlace(own)
          setChosen('')
          onChoose(undefined)
        }}
      />
      {local !== undefined && <Answer query={near}>{(answer) => <WhichField key={local.id} label={which} answer={answer} value={chosen} onChange={choose} />}</Answer>}
    </>
  )
}

export function CloseForm({ onAdd }: StepFormProps) {
  const { t } = useLanguage()
  const [type, setType] = useState<FacilityType>('primarySchool')
  const [facility, setFacility] = useState<ChosenFacility>()
  const [address, setAddress] = useState<number>()
  const choose = (own: ChosenFacility | undefined): void => {
    setFacility(own)
    setAddress(undefined)
  }
  return (
    <>
      <TypeField value={type} onChange={setType} />
      <WhichFacility id="scenario-sluit-plaats" key={type} type={type} which={t.scenarios.close.which} onChoose={choose} />
      <WhichAddress type={type} id={facility?.id} address={address} onChoose={setAddress} />
      <AddButton disabled={facility === undefined} onAdd={() => facility && onAdd({ kind: 'closed', step: { type, ...facility, ...(address !== undefined && { address }) } })} hint={t.scenarios.close.first} />
    </>
  )
}

/** Of what stands at several addresses: all of them, or one. */
function WhichAddress({ type, id, address, onChoose }: { type: FacilityType; id: string | undefined; address: number | undefined; onChoose: (address: number | undefined) => void }) {
  const { t } = useLanguage()
  const text = t.scenarios.close
  const { data } = useQuery({ ...facilityQuery(type, id ?? ''), enabled: id !== undefined })
  const addresses = id === undefined || data === undefined || data.addresses.length < 2 ? [] : data.addresses
  const options = [{ value: '', text: text.allAddresses(addresses.length) }, ...addresses.map(({ number, text: written }) => ({ value: String(number), text: text.onlyAddress(text.address(number, written)) }))]
  return (
    <div>
      <p role="status" className="td-editor__chosen">
        {addresses.length > 0 && data ? text.severalAddresses(data.name, addresses.length) : ''}
      </p>
      {addresses.length > 0 && <SelectField label={text.whichAddress} value={address === undefined ? '' : String(address)} options={options} onChange={(own) => onChoose(own === '' ? undefined : Number(own))} />}
    </div>
  )
}

/** One of the list, which a part of a name makes shorter; says what is in the list and what is not. */
function WhichField({ label, answer: { facilities, municipality, total }, value, onChange }: { label: string; answer: NearbyFacilityListAnswer; value: string; onChange: (id: string) => void }) {
  const { t, format } = useLanguage()
  const text = t.scenarios.close
  const [part, setPart] = useState('')
  const found = facilities.filter(({ name }) => normaliseName(name).includes(normaliseName(part)))
  const options = facilities
    .filter((facility) => facility.id === value || found.includes(facility))
    .map(({ id, name, metres, size, municipality: own }) => ({
      value: id,
      text: [name, own?.name, size === undefined ? undefined : text.size(format.number(size)), text.distance(format.number(metres / 1000, 1))].filter((one) => one !== undefined).join(', '),
    }))
  const listed = municipality ? text.listed(municipality.name, format.number(municipality.count), format.number(facilities.filter(({ municipality: own }) => own?.code !== municipality.code).length)) : text.listedNearest(format.number(facilities.length), format.number(total))
  return (
    <>
      {facilities.length > MANY && <TextField label={text.search} value={part} onChange={setPart} />}
      <SelectField label={label} value={value} options={[{ value: '', text: text.choose }, ...options]} onChange={onChange} />
      <p role="status" className="td-note">
        {listed} {normaliseName(part) !== '' && text.found(format.number(found.length))}
      </p>
    </>
  )
}

export function OpenForm({ onAdd }: StepFormProps) {
  const { t } = useLanguage()
  const [type, setType] = useState<FacilityType>('primarySchool')
  const [chosen, setChosen] = useState<Chosen>()
  const place = findLocal(chosen)
  const [name, setName] = useState('')
  const [size, setSize] = useState<number>()
  const text = t.scenarios.open
  const shown = name.trim() === '' && place ? text.usualName(place.name) : name.trim()
  const add = (): void => place && onAdd({ kind: 'opened', step: { type, name: shown, place: place.id, ...(size !== undefined && size >= 0 && { size }) } })
  return (
    <>
      <TypeField value={type} onChange={setType} />
      <ChosenPlace id="scenario-opent-plaats" label={text.place} chosen={chosen} isLocal onChoose={setChosen} />
      <div className="td-editor__row">
        <TextField label={text.name} value={name} onChange={setName} placeholder={place ? text.usualName(place.name) : ''} />
        <NumberField label={text.size} value={size} whole onChange={setSize} />
      </div>
      <AddButton disabled={place === undefined} onAdd={add} hint={text.first} />
    </>
  )
}
