import type { Answer } from '@tieuchi/runtime'
import type { Choice } from './form-layout.ts'

/** One question of a matrix, as both ways to draw it take it. */
export interface MatrixQuestion {
  /** Of its place on the page, as of every question. */
  readonly id: string
  readonly label: string
  readonly help: string | undefined
  readonly error: string | undefined
  readonly answer: Answer | undefined
  /** One stands at it when it appears. */
  readonly first: boolean
  readonly onAnswer: (answer: Answer | undefined) => void
}

/** A matrix ready to be drawn. */
export interface MatrixContent {
  readonly id: string
  readonly title: string
  readonly help?: string | undefined
  readonly choices: readonly Choice[]
  readonly questions: readonly MatrixQuestion[]
}
