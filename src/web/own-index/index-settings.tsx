/** How the index is computed: scale, means, outliers, how much must be there. */
import { useLanguage } from '#web/app/language.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { AGGREGATIONS, DIMENSION_SCALES, MINIMUM_SHARES, NORMALISATIONS, OUTLIERS, type OwnIndex } from '#web/own-index/own-index.ts'

export function IndexSettings({ index, onChange }: { index: OwnIndex; onChange: (change: Partial<OwnIndex>) => void }) {
  const { t, format } = useLanguage()
  const own = t.index.own
  const choose = <Value extends string>(label: string, value: Value, texts: Readonly<Record<Value, string>>, values: readonly Value[], onValue: (value: Value) => void) => (
    <SelectField label={label} value={value} options={values.map((one) => ({ value: one, text: texts[one] }))} onChange={(text) => onValue(values.find((one) => one === text) ?? value)} />
  )
  const shares = [...new Set([...MINIMUM_SHARES, index.minimumShare])].sort((a, b) => a - b)
  return (
    <details className="td-details">
      <summary>{own.settings}</summary>
      <div className="td-own-index__settings">
        {choose(own.normalisation, index.normalisation, own.normalisations, NORMALISATIONS, (normalisation) => onChange({ normalisation }))}
        {choose(own.dimensionScale, index.dimensionScale, own.dimensionScales, DIMENSION_SCALES, (dimensionScale) => onChange({ dimensionScale }))}
        {choose(own.aggregation, index.aggregation, own.aggregations, AGGREGATIONS, (aggregation) => onChange({ aggregation }))}
        {choose(own.outliers, index.outliers, own.outlierChoices, OUTLIERS, (outliers) => onChange({ outliers }))}
        <SelectField
          label={own.minimum}
          value={String(index.minimumShare)}
          options={shares.map((share) => ({ value: String(share), text: `${format.number(100 * share)}%` }))}
          onChange={(text) => onChange({ minimumShare: Number(text) })}
        />
      </div>
    </details>
  )
}
