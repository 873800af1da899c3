/** Words of taking the layout of a report form over from Excel, in Vietnamese. */
export const reportImportVi = {
  'reportImport.do': 'Lấy bố cục từ Excel',
  'reportImport.title': 'Lấy bố cục biểu báo cáo từ Excel',
  'reportImport.text': 'Chọn tệp .xlsx của mẫu biểu. Tên, ký hiệu, các cột theo đầu bảng, dòng tổng, dòng theo đơn vị và người ký được lấy; những gì không lấy đều được kể ra trước khi thêm vào bản nháp.',
  'reportImport.file': 'Tệp Excel của mẫu biểu',
  'reportImport.reading': 'Đang đọc tệp…',
  'reportImport.sheet': 'Trang tính',
  'reportImport.head': 'Đầu bảng đọc được: {{title}}',
  'reportImport.columns_other': '{{count}} cột. Tệp không cho biết cách tính của từng cột nên các cột còn để ngỏ; hãy chọn cách tính khi thiết kế biểu.',
  'reportImport.rows': 'Các dòng',
  'reportImport.signatures': 'Người ký',
  'reportImport.nobody': 'không thấy',
  'reportImport.notTaken_other': '{{count}} điều không lấy, hoặc cần xem lại',
  'reportImport.allTaken': 'Mọi điều trong mẫu biểu đều được lấy.',
  'reportImport.place': 'Ô {{place}}',
  'reportImport.wholeSheet': 'Cả trang',
  'reportImport.take': 'Thêm vào bản nháp',
} as const
