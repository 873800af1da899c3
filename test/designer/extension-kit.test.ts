import type { FieldWidgetProps, KindEditorProps } from '@tieuchi/designer/extension'
import { checkDesignerExtension } from '@tieuchi/designer/src/extension-kit/check-designer.ts'
import type { KitCode } from '@tieuchi/runtime/extension-kit'
import { describe, expect, it } from 'vitest'
import { designerExtension } from '../extension-sample/designer.ts'
import { ParcelEditor } from '../extension-sample/designer/ParcelEditor.tsx'
import { ParcelWidget } from '../extension-sample/designer/ParcelWidget.tsx'
import { extension } from '../extension-sample/extension.ts'

const drawing = (Widget: unknown, Editor: unknown = ParcelEditor) => ({ fieldKinds: { 'sample.parcel': { Widget, Editor } } })

/** The sample's widget, or editor, that is told less or other than it is. */
const deafTo = (change: Partial<FieldWidgetProps>) => (props: FieldWidgetProps) => ParcelWidget({ ...props, ...change })
const editorDeafTo = (change: Partial<KindEditorProps>) => (props: KindEditorProps) => ParcelEditor({ ...props, ...change })

const failing = (): never => {
  throw new Error('broken')
}

/** What draws a kind incompletely in one way each, and what the kit says of it. */
const incomplete: Readonly<Record<string, readonly [KitCode, unknown, RegExp]>> = {
  'nothing': ['designer_part', undefined, /Widget.*\n.*Editor/],
  'no widget': ['designer_part', drawing(undefined), /no Widget/],
  'no editor': ['designer_part', drawing(ParcelWidget, null), /no Editor/],
  'no component': ['designer_part', drawing('input'), /React component/],
  'a kind that the package does not have': ['designer_unknown', { fieldKinds: { ...designerExtension.fieldKinds, 'sample.plot': {} } }, /“sample\.plot”/],
  'a widget without its id': ['widget_state', drawing(deafTo({ id: 'other' })), /“id”/],
  'a widget without its label': ['widget_state', drawing(deafTo({ label: '' })), /“label”/],
  'a widget without its help': ['widget_state', drawing(deafTo({ help: undefined })), /“help”/],
  'a widget that shows no error': ['widget_state', drawing(deafTo({ error: undefined })), /“error”/],
  'a widget that cannot be locked': ['widget_state', drawing(deafTo({ disabled: false })), /“disabled”/],
  'a widget that does not say it is needed': ['widget_state', drawing(deafTo({ needed: false })), /“needed”/],
  'a widget that always says it is needed': ['widget_state', drawing(deafTo({ needed: true })), /“needed”/],
  'a widget that cannot be stood at': ['widget_state', drawing(deafTo({ standsHere: false })), /“standsHere”/],
  'a widget that shows no answer': ['widget_value', drawing(deafTo({ value: undefined })), /"12\/345"/],
  'a widget that shows one answer for all': ['widget_value', drawing(deafTo({ value: '1/1' })), /does not show the answer/],
  'a widget that fails': ['throws', drawing(failing), /Widget fails on .*: broken/],
  'an editor that shows no option': ['editor_option', drawing(ParcelWidget, editorDeafTo({ options: {} })), /“sheet_optional”/],
  'an editor in one language': ['editor_words', drawing(ParcelWidget, editorDeafTo({ language: 'vi' })), /both languages/],
  'an editor that cannot be locked': ['editor_disabled', drawing(ParcelWidget, editorDeafTo({ disabled: false })), /locked|lock/],
  'an editor that fails': ['throws', drawing(ParcelWidget, failing), /Editor fails on .*: broken/],
}

describe('The kit for what packages draw', () => {
  it('finds nothing wrong with the sample', () => {
    expect(checkDesignerExtension(extension, designerExtension)).toEqual([])
  })

  it.each(Object.entries(incomplete))('refuses %s, and says what to do in both languages', (_name, [code, exported, words]) => {
    const problems = checkDesignerExtension(extension, exported)
    expect(problems.map((problem) => problem.code)).toContain(code)
    expect(problems.map(({ message }) => message.en).join('\n')).toMatch(words)
    for (const { message } of problems) expect([message.vi, message.en].join(' ')).not.toMatch(/undefined|\[object/)
  })
})
