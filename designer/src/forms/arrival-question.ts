/** Under which what stands in the day of arrival is kept and told, among the questions of the member. */
export const ARRIVAL = 'arrival'
