import { plainLetters } from './plain-letters.ts'

/** A code from a title, for one who has none in mind: `Nguồn nước` → `nguon_nuoc`, with a number behind where it is taken. */
export const suggestCode = (title: string, taken: (code: string) => boolean = () => false, joint: '_' | '-' = '_'): string => {
  const words = plainLetters(title).replaceAll(/[^a-z0-9]+/g, ' ').trim().split(' ').filter(Boolean)
  const code = words.join(joint).replace(/^[^a-z]+/, '').slice(0, 48)
  if (code === '' || !taken(code)) return code
  let number = 2
  while (taken(`${code}${joint}${number}`)) number += 1
  return `${code}${joint}${number}`
}
