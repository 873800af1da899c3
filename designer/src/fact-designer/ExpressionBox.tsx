import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { beginChoice, choiceGroups, choiceOf, expressionChoices, groupOfChoice, nameOfChoice, shapeOf, type ExpressionChoice, type ExpressionShape } from './expression-choices.ts'
import { useExpression, type ExpressionPart } from './expression-context.ts'
import { AggregateParts } from './expression-parts/AggregateParts.tsx'
import { BelowPart } from './expression-parts/BelowPart.tsx'
import { IfParts } from './expression-parts/IfParts.tsx'
import { ListParts } from './expression-parts/ListParts.tsx'
import { MomentPart } from './expression-parts/MomentPart.tsx'
import { PairParts } from './expression-parts/PairParts.tsx'
import type { PartsProps } from './expression-parts/parts-props.ts'
import { RoundParts } from './expression-parts/RoundParts.tsx'
import { RulesPart } from './expression-parts/RulesPart.tsx'
import classes from './fact-designer.module.css'
import { ThingBox } from './ThingBox.tsx'

/** A part of a calculation: how it is calculated, and below it the parts of that. */
export const ExpressionBox = (part: ExpressionPart) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { write } = useExpression()
  const { place, expression, label } = part
  const choice = choiceOf(expression)
  const simple = shapeOf(choice) === 'thing'
  const labelOf = (each: ExpressionChoice): string => {
    const name = nameOfChoice(each)
    return 'key' in name ? t(name.key) : read(name.label)
  }
  return (
    <fieldset className={classes['part']} aria-label={label} data-simple={simple || undefined}>
      <div className={classes['partHead']}>
        <span className={classes['partLabel']}>{label}</span>
        <NativeSelect
          size="xs"
          aria-label={t('fact.kindOf', { label })}
          value={choice}
          onChange={(event) => write(place, beginChoice(event.currentTarget.value as ExpressionChoice, expression))}
          data={choiceGroups.map((group) => ({ group: t(`fact.group.${group}`), items: expressionChoices().filter((each) => groupOfChoice(each) === group).map((each) => ({ value: each, label: labelOf(each) })) }))}
        />
        {simple && <div className={classes['thing']}><ThingBox {...part} /></div>}
      </div>
      {!simple && <div className={classes['parts']}><Parts {...part} choice={choice} /></div>}
    </fieldset>
  )
}

const bodies: Readonly<Record<Exclude<ExpressionShape, 'thing'>, (props: PartsProps) => ReactNode>> = {
  list: (props) => <ListParts {...props} />,
  pair: (props) => <PairParts {...props} />,
  one: (props) => <BelowPart {...props} step={[props.choice]} label="" />,
  round: (props) => <RoundParts {...props} />,
  if: (props) => <IfParts {...props} />,
  moment: (props) => <MomentPart {...props} />,
  countEvents: (props) => <RulesPart {...props} />,
  aggregate: (props) => <AggregateParts {...props} />,
}

const Parts = (props: PartsProps) => {
  const shape = shapeOf(props.choice)
  return shape !== 'thing' && bodies[shape](props)
}
