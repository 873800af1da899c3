/** Words of long lists in Vietnamese. */
export const listsVi = {
  'list.columns': 'Cột',
  'list.excel': 'Tải về Excel',
  'list.sort': 'Sắp xếp',
  'list.unsorted': 'Thứ tự mặc định',
  'list.ascending': '{{title}}, tăng dần',
  'list.descending': '{{title}}, giảm dần',
  'list.clearFilter': 'Bỏ lọc',
  'list.counted': '{{name}} ({{number}})',
  'list.rowLoading': 'Đang tải dòng {{number}}',
  'list.unit': 'Xã, phường',
  'list.changed': 'Sửa lần cuối',
  'list.resultOf': 'kết quả theo ngày {{day}};',
  'list.sentSince': 'sau đó có phiếu cho ngày sớm hơn {{day}}, gửi lúc {{at}}',
}
