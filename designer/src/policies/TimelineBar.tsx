import type { ProgrammeTimeline } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import classes from './policies.module.css'
import { stateOn } from './spans.ts'

interface TimelineBarProps {
  readonly spans: ProgrammeTimeline['spans'][number]['spans']
  readonly releases: ProgrammeTimeline['releases']
  readonly at: string
}

const yearsAround = 2

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** Where a day lies, in years. */
const place = (day: string): number => yearOf(day) + (Number(day.slice(5, 7)) - 1) / 12 + (Number(day.slice(8, 10)) - 1) / 365

/** Releases along the years; the same as the table below it, for the eye alone. */
export const TimelineBar = ({ spans, releases, at }: TimelineBarProps) => {
  const { read } = useLanguage()
  const days = [at, ...spans.flatMap(({ from, to }) => [from ?? at, to ?? from ?? at])]
  const first = Math.min(...days.map(yearOf)) - (spans.some(({ from }) => from === undefined) ? yearsAround : 0)
  const last = Math.max(...days.map(yearOf)) + yearsAround
  const percent = (years: number): string => `${((years - first) / (last - first)) * 100}%`
  const step = Math.max(1, Math.ceil((last - first) / 10))
  return (
    <div className={classes['bar']} aria-hidden>
      {Array.from({ length: Math.floor((last - first) / step) + 1 }, (_year, index) => first + index * step).filter((year) => year > first && year < last).map((year) => (
        <span key={year} className={classes['year']} style={{ left: percent(year) }}>{year}</span>
      ))}
      {spans.map((span) => {
        const [from, to] = [span.from === undefined ? first : place(span.from), span.to === undefined ? last : place(span.to)]
        const title = span.release === undefined ? undefined : releases[span.release]?.title
        return title && (
          <span key={`${span.from ?? ''} ${span.release ?? ''}`} className={classes['span']} data-state={stateOn(span, at)} style={{ left: percent(from), width: `calc(${percent(first + to - from)} - 2px)` }}>
            {read(title)}
          </span>
        )
      })}
      <span className={classes['today']} style={{ left: percent(place(at)) }} />
    </div>
  )
}
