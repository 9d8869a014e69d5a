import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { RegisterDefinition } from '../../../shared/catalogue/registers/register-definition.ts'
import { columnById, type SheetColumn } from '../../../shared/steps/sheets/columns/sheet-columns.ts'
import { type AskedWords, answerWord } from './sheet-state.ts'

interface WordsStepProps {
  readonly register: RegisterDefinition
  readonly asked: AskedWords
  onAnswer(asked: AskedWords): void
  onNext(): void
  onBack(): void
}

/** As many as are asked: a column with more of them was mapped wrongly. */
const MOST = 60
const UNSURE = '?'

/** What words mean that are none of a column's choices. Enter goes on from anywhere. */
export function WordsStep({ register, asked, onAnswer, onNext, onBack }: WordsStepProps) {
  const { words, answers } = asked
  const first = Math.max(
    0,
    words.findIndex(({ column, word }) => answers.get(column)?.has(word) !== true),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    onNext()
  }
  return (
    <Stack gap="sm" onKeyDown={onKeyDown}>
      <Text size="sm">
        表格里的这些写法不在可选的项目里，各对应哪一项？选过的下次自动对应。暂不确定的也按原样导入，并在台账里标出，处理好以前不计入年报。
      </Text>
      <div className="sheet-scroll">
        <Table verticalSpacing={3} stickyHeader aria-label="写法对应">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>列</Table.Th>
              <Table.Th>表格里写着</Table.Th>
              <Table.Th>行数</Table.Th>
              <Table.Th>算作</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {words.slice(0, MOST).map((one, at) => {
              const { column: id, word, rows } = one
              const column = columnById(register, id)
              return (
                <Table.Tr key={`${id} ${word}`}>
                  <Table.Td>{column?.label ?? id}</Table.Td>
                  <Table.Td className="sheet-examples" title={word}>
                    {word}
                  </Table.Td>
                  <Table.Td>{rows}</Table.Td>
                  <Table.Td>
                    <NativeSelect
                      size="xs"
                      aria-label={`“${word}”算作`}
                      autoFocus={at === first}
                      data={optionsOf(column)}
                      value={answers.get(id)?.get(word) ?? UNSURE}
                      onChange={(event) => {
                        const { value } = event.currentTarget
                        onAnswer(answerWord(asked, one, value === UNSURE ? null : value))
                      }}
                    />
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
      {words.length > MOST && (
        <Text size="sm" c="orange">
          还有{words.length - MOST}种写法没有列出，都会标出。种类这么多，可能是列对应有误，请按 Esc 返回核对。
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          返回修改列对应（Esc）
        </Button>
        <Button onClick={onNext}>下一步：核对（Enter）</Button>
      </Group>
    </Stack>
  )
}

/** What must be filled in every entry can't be nothing; of a stage, nothing means that it has not come yet. */
function optionsOf(column: SheetColumn | null): { value: string; label: string }[] {
  const isNeeded = column?.stage === null && column.field.required === true
  const nothing = column?.stage === null ? '留空' : '未办结（留空）'
  return [
    { value: UNSURE, label: '暂不确定，标出' },
    ...(isNeeded ? [] : [{ value: '', label: nothing }]),
    ...(column?.field.choices ?? []).map(({ value, label }) => ({ value, label })),
  ]
}
