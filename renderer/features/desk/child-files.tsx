import { Button, Table, Text } from '@mantine/core'
import { chooseSubmission } from '../../../shared/actions/desk-changes.ts'
import { deskRecordId } from '../../../shared/model/desk/choice-record.ts'
import type { DeskChild } from '../../../shared/model/desk/desk-children.ts'
import { isAheadOfClock } from '../../../shared/model/package/clock-ahead.ts'
import type { PackageSummary } from '../../../shared/model/package/package-summary.ts'
import { isSameSigner } from '../../../shared/model/package/piles.ts'
import { clockAheadMark } from '../../../shared/wording/clock-ahead.ts'
import { useSession } from '../../kit/session/session.ts'
import { useStore } from '../../store/store-context.ts'
import { receivedOn } from './received-on.ts'

/** 历次报送: what a unit has sent, newest first, which of them counts, and 用这一份 for the others of its layer. */
export function ChildFiles({ child, files }: { child: DeskChild | null; files: readonly PackageSummary[] }) {
  const session = useSession()
  const store = useStore()
  const current = child?.current ?? null
  const waiting = new Set(child?.waiting.map(({ id }) => id))
  const layer = current?.layer ?? child?.waiting[0]?.layer
  const choose = ({ id }: PackageSummary) => {
    if (child === null || layer === undefined) return
    const place = { unit: child.unit.code, year: session.year, layer }
    const seen = files.filter((file) => file.layer === layer && file.id !== id).map((file) => file.id)
    void session.act({
      action: 'choose-submission',
      edit: async (read) => chooseSubmission(place, await read('desk', deskRecordId(place)), { id, seen }),
    })
  }
  const stateOf = (file: PackageSummary): string => {
    if (file.id === current?.id) return '正在使用'
    if (!waiting.has(file.id)) return '已被代替'
    return current !== null && !isSameSigner(file, current) ? '待您决定（换了电脑？）' : '待您决定'
  }
  return (
    <>
      {waiting.size > 0 && (
        <Text size="sm" mb="xs">
          有{waiting.size}
          份不是在正在使用的那份之后编制的，可能换了电脑，或者用了较早的副本。请电话核对后选用一份；选错了可以撤销。
        </Text>
      )}
      <Table aria-label="历次报送">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>报送次数</Table.Th>
            <Table.Th>报送日期</Table.Th>
            <Table.Th>使用情况</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map((file) => (
            <Table.Tr key={file.id}>
              <Table.Td>
                第{file.revision}次{file.layer === 'total' && '（汇总）'}
              </Table.Td>
              <Table.Td>
                {receivedOn(file.exported)}
                {isAheadOfClock(file, store.now()) && clockAheadMark}
              </Table.Td>
              <Table.Td>{stateOf(file)}</Table.Td>
              <Table.Td>
                {file.id !== current?.id && file.layer === layer && (
                  <Button size="compact-xs" variant="default" onClick={() => choose(file)}>
                    用这一份
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
