/** Words of what people are told of, in Vietnamese. */
export const noticesVi = {
  'notices.title': 'Thông báo',
  'notices.titleUnread_other': 'Thông báo, {{count}} chưa đọc',
  'notices.new': 'mới',
  'notices.none': 'Chưa có thông báo nào. Khi bản nháp được trình, trả lại, phê duyệt hoặc ban hành, và khi việc chạy lâu kết thúc, bạn được báo ở đây.',
  'notices.draft_sent': '{{actor}} trình duyệt “{{title}}”',
  'notices.draft_returned': '{{actor}} trả lại “{{title}}”',
  'notices.draft_approved': '{{actor}} đã phê duyệt “{{title}}”',
  'notices.draft_published': '{{actor}} đã ban hành “{{title}}”',
  'notices.report_set_finished': 'Bộ báo cáo “{{title}}” đã lập xong, tải về được',
  'notices.report_set_failed': 'Không lập được bộ báo cáo “{{title}}”',
  'notices.impact_finished': 'Đã tính xong tác động của “{{title}}”',
  'notices.impact_failed': 'Không tính được tác động của “{{title}}”',
  'notices.impact_cancelled': 'Đã dừng tính tác động của “{{title}}”',
} as const
