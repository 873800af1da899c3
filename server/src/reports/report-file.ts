import type { FastifyReply } from 'fastify'
import { Readable } from 'node:stream'
import { drawnWorkbook } from '../excel/drawn-workbook.ts'
import { sendExcel } from '../excel/send-excel.ts'
import { layOut } from '../prints/print-engine.ts'
import { sendPdf } from '../prints/print-file.ts'
import { reportSheet, type WrittenReport } from './report-excel.ts'
import { reportPaper } from './report-print.ts'
import { reportFileName } from './report-service.ts'

/** How a report is taken out. */
export type ReportFormat = 'xlsx' | 'pdf'

/** Sends a report as an Excel workbook in the layout of the form, with sums and formulas that live on, or as a PDF. */
export async function sendReport(reply: FastifyReply, written: WrittenReport, format: ReportFormat, at: Date): Promise<FastifyReply> {
  const name = reportFileName(written)
  if (format === 'pdf') return sendPdf(reply, `${name}.pdf`, await layOut(reportPaper(written, at)))
  return sendExcel(reply, { name: `${name}.xlsx`, file: Readable.from(await drawnWorkbook([reportSheet(written)])) })
}
