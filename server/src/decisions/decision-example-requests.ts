const members = [{ id: 'a', full_name: 'Nguyễn Văn Ất', relation_to_head: 'head', birth_date: '1985-05-01' }] as const

const poorSince = { programme: 'poverty', layer: 'national', outcome: 'class', value: 'poor', from: '2025-12-31', decided_on: '2025-12-20' } as const

/** What the description of the API shows being asked. What is answered stands in `decision-examples.json`; a test asks and compares. */
export const exampleRequests = {
  one: { programme: 'electricity', unit: '11074', at: '2026-06-01', input: { household: {}, members, history: [poorSince] } },
  query: 'programme=electricity&unit=11074&at=2026-06-01',
  many: [
    { id: 'HD-001', input: { household: {}, members, history: [poorSince] } },
    { id: 'HD-002', input: { household: {}, members } },
    { id: 'HD-003', unit: '99999', input: { household: {}, members } },
  ],
} as const
