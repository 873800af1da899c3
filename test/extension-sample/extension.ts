import { defineExtension } from '@tieuchi/runtime/extension'
import { majority } from './aggregates/majority.ts'
import { secondGreatest } from './aggregates/second-greatest.ts'
import { parcel } from './field-kinds/parcel.ts'
import { withinMonths } from './operators/within-months.ts'

/** A package of code that no product needs: the tests install it, and the guide shows it. */
export const extension = defineExtension({
  name: 'sample',
  version: '1.2.0',
  title: { vi: 'Gói mở rộng mẫu', en: 'Sample package' },
  operators: { 'sample.withinMonths': withinMonths },
  aggregates: { 'sample.majority': majority, 'sample.secondGreatest': secondGreatest },
  fieldKinds: { 'sample.parcel': parcel },
})
