import { Button, Menu } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { exportFailedText, savedAsMessage, sheetFileNames } from '../../../shared/wording/sheet-words.ts'
import { storageProblemMessage } from '../../../shared/wording/storage-problem.ts'
import { readClipboardBlock } from '../../kit/clipboard/read-html-block.ts'
import { notice } from '../../kit/session/notice.ts'
import { useStore } from '../../store/store-context.ts'
import { exportFailureText, saveTemplate } from './export-entries.ts'
import { ExportModal } from './export-modal.tsx'
import { sheetRequest } from './sheet-request.ts'
import { endPreparedSheets, prepareSheets, workerSheets } from './worker-sheets.ts'

interface SheetMenuProps {
  readonly register: RegisterDefinition
  /** Record ids of what the list shows, in its order. */
  readonly ids: readonly string[]
  /** Whether rows pasted on this screen are imported; a sheet of figures takes them itself. */
  readonly pastes?: boolean
}

/** Excel both ways, in the head of a register: import, template, export; and rows pasted on the screen. */
export function SheetMenu({ register, ids, pastes = true }: SheetMenuProps) {
  const store = useStore()
  const [isExporting, setExporting] = useState(false)
  usePastedRows(register, pastes)

  const choose = async () => {
    prepareSheets(store.catalogue.registers)
    const chosen = await store.desktop.chooseFiles('sheet')
    if (!chosen.ok) notice.set(storageProblemMessage(chosen.problem))
    const file = chosen.ok ? chosen.value?.[0] : undefined
    if (file === undefined) return endPreparedSheets()
    sheetRequest.set({ source: { kind: 'file', token: file.token }, name: file.name, register: register.id })
  }
  const template = async () => {
    const work = workerSheets(store.catalogue.registers)
    try {
      const saved = await saveTemplate(store, work, register, sheetFileNames.template(register.label))
      if (!saved.ok) notice.set(exportFailureText(saved.problem))
      else if (saved.value !== null) notice.set(savedAsMessage(saved.value.path))
    } catch {
      notice.set(exportFailedText)
    } finally {
      work.end()
    }
  }
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconTable size={14} />}>
            导入、导出
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void choose()}>导入…</Menu.Item>
          <Menu.Item onClick={() => void template()}>保存导入模板…</Menu.Item>
          <Menu.Item disabled={ids.length === 0} onClick={() => setExporting(true)}>
            导出这{ids.length}
            {register.unit}…
          </Menu.Item>
          {pastes && <Menu.Label>在 Excel 或 WPS 里连同标题复制几行，可以在台账里直接粘贴（Ctrl+V）</Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      {isExporting && <ExportModal register={register} ids={ids} onClose={() => setExporting(false)} />}
    </>
  )
}

/** Rows copied in Excel or WPS, pasted anywhere on the screen but into a field. */
function usePastedRows(register: RegisterDefinition, pastes: boolean): void {
  const isOn = useRef(pastes)
  isOn.current = pastes
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (!isOn.current || event.clipboardData === null || event.defaultPrevented) return
      if (typesText(event.target) || document.querySelector('[role="dialog"]') !== null) return
      const rows = readClipboardBlock(event.clipboardData)
      // A word or two on the clipboard are no rows.
      if (!rows.some((row) => row.length > 1)) return
      event.preventDefault()
      sheetRequest.set({ source: { kind: 'cells', rows }, name: '粘贴的内容', register: register.id })
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [register])
}

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
