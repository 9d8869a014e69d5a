import { Alert, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { maskField } from '../../../shared/model/entry/mask.ts'
import { missingColumns } from '../../../shared/steps/sheets/columns/open-columns.ts'
import type { Proposal } from '../../../shared/steps/sheets/columns/propose-plan.ts'
import { type SheetColumn, sheetColumns } from '../../../shared/steps/sheets/columns/sheet-columns.ts'
import { sheetNamesText } from '../../../shared/wording/sheet-words.ts'
import { type ColumnChoices, tellColumn } from './sheet-state.ts'

interface ColumnsStepProps {
  readonly register: RegisterDefinition
  readonly proposals: readonly Proposal[]
  readonly told: ColumnChoices
  /** Copied cells, which may come without headings. */
  readonly isPasted: boolean
  onTell(told: ColumnChoices): void
  onSheet(proposal: Proposal): void
  onNext(): void
  onBack(): void
}

/** Which column of the file is which of the register. Enter goes on from anywhere. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { register, proposals, told } = props
  const { proposal, columns, constants } = told
  const known = sheetColumns(register)
  const options = [
    { value: '', label: '不导入这一列' },
    ...optionsOf(columns, known).map(({ id, label }) => ({ value: id, label })),
  ]
  const missing = missingColumns(register, columns, proposal.given)
  const some = columns.some((column) => column !== null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement || !some) return
    event.preventDefault()
    props.onNext()
  }
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      {proposals.length > 1 && (
        <NativeSelect
          size="xs"
          w={360}
          label="工作表"
          data={proposals.map(({ sheetNames, recognised }, at) => ({
            value: String(at),
            label: `${sheetNamesText(sheetNames)}（识别${recognised}列）`,
          }))}
          value={String(proposals.indexOf(proposal))}
          onChange={(event) => {
            const chosen = proposals[Number(event.currentTarget.value)]
            if (chosen !== undefined) props.onSheet(chosen)
          }}
        />
      )}
      <Text size="sm">
        {props.isPasted && !proposal.hasHead
          ? '复制的内容里没有标题行。请选择每一列对应的项目。'
          : '表格里的每一列对应台账的哪一项？未识别的请选择对应项目，不需要的保留“不导入这一列”。下次遇到同样的列名会自动对应。'}
      </Text>
      <div className="sheet-scroll">
        <Table verticalSpacing={3} stickyHeader aria-label="列对应">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>表格里的列</Table.Th>
              <Table.Th>内容举例</Table.Th>
              <Table.Th>台账里的项目</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {proposal.fileColumns.map(({ heading, examples, days }, at) => {
              const id = columns[at] ?? null
              const column = known.find((one) => one.id === id)
              const shown = column?.field.kind === 'date' ? days : examples
              return (
                // Columns stand where they stand.
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may carry one heading
                <Table.Tr key={at}>
                  <Table.Td>{heading === '' ? `第${at + 1}列` : heading}</Table.Td>
                  <Table.Td className="sheet-examples">
                    {shown.map((text) => (column?.personal ? maskField(column.id, text) : text)).join('、')}
                  </Table.Td>
                  <Table.Td>
                    <NativeSelect
                      size="xs"
                      aria-label={`${heading === '' ? `第${at + 1}列` : heading}对应`}
                      className={id === null ? 'sheet-unused' : undefined}
                      autoFocus={at === Math.max(0, columns.indexOf(null))}
                      data={options}
                      value={id ?? ''}
                      onChange={(event) => {
                        const { value } = event.currentTarget
                        props.onTell(tellColumn(register, told, at, value === '' ? null : value))
                      }}
                    />
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
      {missing.length > 0 && (
        <Alert color="orange" p="xs" title={`表格里没有：${missing.map(({ label }) => label).join('、')}`}>
          <Group gap="sm" align="flex-end">
            {missing.map(({ id, label, field }) =>
              field.choices === undefined ? (
                <Text key={id} size="sm">
                  没有“{label}”，每一行都按未填全登记。
                </Text>
              ) : (
                <NativeSelect
                  key={id}
                  size="xs"
                  label={`每一行的“${label}”都是`}
                  data={[
                    { value: '', label: '暂不确定，不填' },
                    ...field.choices.map((choice) => ({ value: choice.value, label: choice.label })),
                  ]}
                  value={constants[id] ?? ''}
                  onChange={(event) =>
                    props.onTell({ ...told, constants: { ...constants, [id]: event.currentTarget.value } })
                  }
                />
              ),
            )}
          </Group>
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onBack}>
          不导入（Esc）
        </Button>
        <Button disabled={!some} onClick={props.onNext}>
          下一步：核对（Enter）
        </Button>
      </Group>
    </Stack>
  )
}

/** Columns of the register, and those of a second stage that the file has. */
function optionsOf(
  columns: readonly (string | null)[],
  known: readonly SheetColumn[],
): { id: string; label: string }[] {
  const repeated = columns.flatMap((id) => {
    const [, first = '', nth = ''] = /^(.*)#(\d)$/.exec(id ?? '') ?? []
    const column = known.find((one) => one.id === first)
    return id === null || column === undefined ? [] : [{ id, label: `${column.label}（第${nth}次）` }]
  })
  return [...known.map(({ id, label }) => ({ id, label })), ...repeated]
}
