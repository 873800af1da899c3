export { suggestCode } from '@tieuchi/runtime'
