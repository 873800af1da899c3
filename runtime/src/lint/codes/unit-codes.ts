import type { Text } from '../../documents/text.ts'
import { formatNumber } from '../../values/format.ts'
import { lintCode } from './lint-code.ts'

/** Units of measure. */
export const unitCodes = {
  unit_spelling: lintCode<{ unit: string; better: string }>(
    'warning',
    'A unit is not written as the product writes it, so it would not be recognised.',
    (p) => `${p.place.vi}: đơn vị “${p.unit}” chưa ghi theo cách thống nhất; hãy ghi “${p.better}”.`,
    (p) => `${p.place.en}: the unit “${p.unit}” is not written the common way; write “${p.better}”.`,
  ),
  unit_missing: lintCode(
    'warning',
    'A number that people read or compare has no unit, so it cannot be compared safely.',
    (p) => `${p.place.vi}: giá trị là số nhưng chưa có đơn vị; hãy chọn đơn vị (ví dụ đ/người/tháng, tuổi, số lượng).`,
    (p) => `${p.place.en}: the value is a number without a unit; choose its unit (such as VND/person/month, years, count).`,
  ),
  unit_declared: lintCode<{ declared: Text; found: Text }>(
    'error',
    'The unit written down is not the one that the calculation gives.',
    (p) => `${p.place.vi}: đơn vị ghi là “${p.declared.vi}” nhưng phép tính cho “${p.found.vi}”; hãy sửa đơn vị hoặc phép tính.`,
    (p) => `${p.place.en}: the unit is given as “${p.declared.en}” but the calculation yields “${p.found.en}”; correct one of the two.`,
  ),
  units_compared: lintCode<{ left: Text; right: Text }>(
    'error',
    'Values of units that do not fit are compared: years with months, đồng with million đồng, per person with per household, a share with percent.',
    (p) => `${p.place.vi}: so sánh “${p.left.vi}” với “${p.right.vi}”; hãy đưa hai bên về cùng đơn vị.`,
    (p) => `${p.place.en}: “${p.left.en}” is compared with “${p.right.en}”; bring both to one unit.`,
  ),
  units_mixed: lintCode<{ left: Text; right: Text }>(
    'error',
    'Values of units that do not fit are added, or stand as alternatives of one result.',
    (p) => `${p.place.vi}: gộp “${p.left.vi}” với “${p.right.vi}” trong một giá trị; hãy đưa về cùng đơn vị.`,
    (p) => `${p.place.en}: “${p.left.en}” and “${p.right.en}” are put together in one value; bring them to one unit.`,
  ),
  share_range: lintCode<{ value: number }>(
    'warning',
    'A share lies outside 0 to 1, which suggests that percent were meant.',
    (p) => `${p.place.vi}: tỷ lệ phải từ 0 đến 1 nhưng đang ghi ${formatNumber(p.value, 'vi')}; nếu là phần trăm, hãy chia cho 100 hoặc đổi đơn vị thành “percent”.`,
    (p) => `${p.place.en}: a share lies between 0 and 1, and ${formatNumber(p.value, 'en')} is written; if percent are meant, divide by 100 or make the unit “percent”.`,
  ),
  parameter_magnitude: lintCode<{ least: number; greatest: number }>(
    'warning',
    'Values of one parameter lie more than a hundredfold apart, which suggests two units (đồng and thousand or million đồng).',
    (p) => `${p.place.vi}: các giá trị chênh nhau hơn 100 lần (${formatNumber(p.least, 'vi')} và ${formatNumber(p.greatest, 'vi')}); hãy kiểm tra có giá trị nào ghi nhầm đơn vị (đồng, nghìn đồng, triệu đồng).`,
    (p) => `${p.place.en}: the values lie more than a hundredfold apart (${formatNumber(p.least, 'en')} and ${formatNumber(p.greatest, 'en')}); check whether one was entered in another unit (đồng, thousand, million).`,
  ),
} as const
