import { hashDocument } from '@tieuchi/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { databaseKinds } from '../../support/databases.ts'
import { fill } from '../../support/dog-households.ts'
import { noisyPacks } from '../../support/dog-noise.ts'
import { readPdf, standInOrder } from '../../support/pdf-text.ts'

const release = noisyPacks.programmes[0]?.releases[0]?.release

describe('A form with more than questions on paper', () => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    const [kind] = databaseKinds()
    if (!kind) throw new Error('No database to run on')
    running = await startApp(kind, { packs: noisyPacks })
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  const print = async (url: string) => {
    const { status, content } = await officer.send('GET', url)
    expect(status).toBe(200)
    return readPdf(content)
  }

  it('has its groups, texts, answers and facts in their order, and says where nobody was asked', async () => {
    const members = [{ id: 'keeper', call_name: 'Ông Vườn', part: 'keeper' }, { id: 'dog', call_name: 'Vàng', part: 'dog', born: '2022-05', likes_people: true }]
    const { id } = await fill(officer, { household: { street: 'Đường Biển', garden_area: 20, barks_night: 'never', remarks: 'Không phiền gì.\nChó ngoan.' }, members })
    const { pages, text } = await print(`/api/submissions/${id}/form.pdf`)
    expect(standInOrder(text, [
      'I. NƠI Ở', 'Đo vườn từ hàng rào.', 'Không tính sân lát gạch.', '1 Đường, số nhà Đường Biển', 'Vườn', 'Của ngôi nhà đang ở.', '2 Diện tích vườn 20 m²', '3 Có rào chưa trả lời', 'Ảnh khu vườn: không có tệp', 'Số chó: 1',
      'II. TIẾNG ỒN', 'Chó sủa nhiều ít ra sao', 'Trong ba tháng gần đây.', '5 Chó sủa ban ngày chưa trả lời', '6 Chó sủa ban đêm không bao giờ', '7 Ý kiến của hàng xóm Không phiền gì. Chó ngoan.',
      'III. BAN ĐÊM không áp dụng', 'IV. NGƯỜI VÀ CHÓ', 'Tên hay gọi', '1 Ông Vườn người nuôi –', '2 Vàng chó 05/2022', 'Thân với người lạ', 'Sổ tiêm phòng', 'Tuổi của chó', '1 Ông Vườn – – – –', '2 Vàng có 4 tuổi',
    ]), text).toBeUndefined()
    expect(text).not.toContain('Vì sao chó sủa ban đêm')
    expect(pages).toHaveLength(2)
  })

  it('has room to write a long answer, boxes to cross for each choice, room for facts, and when each part is filled in', async () => {
    const { text } = await print(`/api/releases/${release ? hashDocument(release) : ''}/forms/application/blank.pdf`)
    expect(standInOrder(text, [
      'Không tính sân lát gạch.', '1 Đường, số nhà', 'Vườn', '3 Có rào □ Có □ Không', '□ Ảnh khu vườn Chụp từ cổng.', 'Số chó: ……', 'Đếm từ mục Người và chó.',
      'Chó sủa nhiều ít ra sao', 'không bao giờ', 'thỉnh thoảng', 'hằng ngày', '5 Chó sủa ban ngày', 'Từ 6 giờ đến 22 giờ.', '□ □ □', '6 Chó sủa ban đêm (*)', '□ □ □', '7 Ý kiến của hàng xóm',
      'III. BAN ĐÊM', 'Chỉ ghi khi chó sủa ban đêm là “hằng ngày”.', '8 Vì sao chó sủa ban đêm', 'Tên hay gọi (*)', '(4) Chỉ ghi khi vai là “chó”.', 'Sổ tiêm phòng (*)', 'Tuổi của chó', '(5), (6), (7), (8) Chỉ ghi khi vai là “chó”.',
    ]), text).toBeUndefined()
  })
})
