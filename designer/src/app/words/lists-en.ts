/** Words of long lists in English. */
export const listsEn = {
  'list.columns': 'Columns',
  'list.excel': 'Download as Excel',
  'list.sort': 'Sort by',
  'list.unsorted': 'As it comes',
  'list.ascending': '{{title}}, ascending',
  'list.descending': '{{title}}, descending',
  'list.clearFilter': 'Clear the filter',
  'list.counted': '{{name}} ({{number}})',
  'list.rowLoading': 'Loading row {{number}}',
  'list.unit': 'Commune',
  'list.changed': 'Last changed',
  'list.resultOf': 'result as of {{day}};',
  'list.sentSince': 'a review for the earlier date {{day}} was sent after it at {{at}}',
}
