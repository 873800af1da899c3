import { titleOfLayer, type Assembly, type EvaluationResult, type Places } from '@tieuchi/runtime'
import { useId } from 'react'
import { useLanguage } from '../app/use-language.ts'
import type { AskWhyNot, ExplainResult, ResultPanelProps } from './result-panel-props.ts'
import { ResultPanel } from './ResultPanel.tsx'
import classes from './results.module.css'

/** What came out in one layer. */
export interface LayerResult {
  readonly assembly: Assembly
  readonly result: EvaluationResult
  readonly explainResult: ExplainResult
  readonly askWhyNot: AskWhyNot
}

interface LayeredResultsProps extends Pick<ResultPanelProps, 'members' | 'onGo'> {
  /** The national one first; a second where local rules are in force. */
  readonly layers: readonly LayerResult[]
  /** Names of the units whose rules were read. */
  readonly places: Places
}

/** The result by itself, or that of each layer under its name where local rules are in force. */
export const LayeredResults = ({ layers, places, ...more }: LayeredResultsProps) =>
  layers.length === 1
    ? layers.map((layer) => <ResultPanel key={layer.result.layer} {...layer} {...more} />)
    : layers.map((layer) => <NamedLayer key={layer.result.layer} layer={layer} places={places} {...more} />)

const NamedLayer = ({ layer, places, ...more }: Omit<LayeredResultsProps, 'layers'> & { readonly layer: LayerResult }) => {
  const { read } = useLanguage()
  const id = useId()
  const title = read(titleOfLayer(layer.assembly, places))
  return (
    <section className={classes['layer']} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ResultPanel {...layer} {...more} layer={title} />
    </section>
  )
}
