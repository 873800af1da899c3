/** Words of what people are told of, in English. */
export const noticesEn = {
  'notices.title': 'Notices',
  'notices.titleUnread_one': 'Notices, {{count}} unread',
  'notices.titleUnread_other': 'Notices, {{count}} unread',
  'notices.new': 'new',
  'notices.none': 'No notices yet. You are told here when a draft is sent for approval, returned, approved or published, and when long work has ended.',
  'notices.draft_sent': '{{actor}} sent “{{title}}” for approval',
  'notices.draft_returned': '{{actor}} returned “{{title}}”',
  'notices.draft_approved': '{{actor}} approved “{{title}}”',
  'notices.draft_published': '{{actor}} published “{{title}}”',
  'notices.report_set_finished': 'The set of reports “{{title}}” is done and can be taken away',
  'notices.report_set_failed': 'The set of reports “{{title}}” could not be made',
  'notices.impact_finished': 'The impact of “{{title}}” has been found',
  'notices.impact_failed': 'The impact of “{{title}}” could not be found',
  'notices.impact_cancelled': 'Finding the impact of “{{title}}” was stopped',
} as const
