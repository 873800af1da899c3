import { MantineProvider } from '@mantine/core'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { theme } from '../app/theme.ts'

const entities: Readonly<Record<string, string>> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#x27;': "'" }

const plain = (markup: string): string => markup.replaceAll(/&(?:quot|amp|lt|gt|#x27);/g, (entity) => entities[entity] ?? entity)

/** Something drawn as the application draws it, as markup without styles. */
export const draw = (element: ReactElement): string =>
  plain(renderToStaticMarkup(createElement(MantineProvider, { theme }, element))).replaceAll(/<style.*?<\/style>/gs, '')

/** What can be typed into, chosen or pressed. */
export const controlsIn = (markup: string): readonly string[] => markup.match(/<(?:input|textarea|select|button)\b(?![^>]*type="hidden")[^>]*>/g) ?? []

/** What stands to be read, without what only programs read. */
export const textIn = (markup: string): string => markup.replaceAll(/<[^>]*>/g, ' ')
