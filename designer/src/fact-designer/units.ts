/** Units of measure that are offered; a document may use others. */
export const units = ['VND', 'VND/month', 'VND/person/month', 'VND/household/month', 'VND/year', 'share', 'years', 'months', 'persons', 'points', 'm2', 'm2/person', 'count'] as const
