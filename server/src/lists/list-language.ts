import { Type } from 'typebox'

/** In which language a file is written, as it stands in an address. */
export const languageParameter = { language: Type.Union([Type.Literal('vi'), Type.Literal('en')], { default: 'vi' }) }
