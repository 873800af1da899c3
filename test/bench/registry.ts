import type { Part } from './part.ts'
import { interpreter } from './parts/interpreter.ts'

/** Every part of the bench by its name; a new figure is a line of its part, a new part a line here. */
export const parts: Readonly<Record<string, Part>> = { interpreter }
