import type { FastifyReply } from 'fastify'
import type { Readable } from 'node:stream'

/** Sends an Excel file under its name while it is being written. */
export const sendExcel = (reply: FastifyReply, { name, file }: { readonly name: string; readonly file: Readable }) =>
  reply.header('content-disposition', `attachment; filename="${name}"`).type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(file)
