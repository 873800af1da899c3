import type { FastifyReply } from 'fastify'
import { plainText } from '../households/household-search.ts'
import type { LaidOutPrint } from './print-engine.ts'

/** A name every system keeps: without diacritics, words joined by hyphens. */
export const fileName = (...parts: readonly string[]): string =>
  `${parts.map((part) => plainText(part).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')).filter((part) => part !== '').join('-')}.pdf`

/** Sends a paper as a file to keep. */
export const sendPdf = async (reply: FastifyReply, name: string, print: LaidOutPrint): Promise<FastifyReply> =>
  reply.header('content-disposition', `attachment; filename="${name}"`).type('application/pdf').send(await print.toPdf())
