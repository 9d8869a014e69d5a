import { Alert, Button, Center, Code, Stack, Text } from '@mantine/core'
import { notDrawnWords } from '../../shared/wording/page-gone.ts'
import { desktop } from '../kit/session/desktop.ts'
import type { OpenProblem } from '../store/open/open-store.ts'

const texts: Record<OpenProblem['code'], string> = {
  'store-unusable':
    '本机供界面显示的数据打不开，也没有重新生成，可能是磁盘已满。您填过的内容都在数据文件夹里：请腾出磁盘空间，再打开本程序。',
  'store-not-kept':
    '本机供界面显示的数据需要重新生成，但是原有的一份没有另存成功，可能是磁盘已满，程序未改动现有数据。请腾出磁盘空间，再点“重新打开”。',
  'store-busy':
    '本机供界面显示的数据已损坏，打不开，程序未改动现有数据。请关闭本程序再打开一次：打开时会先原样另存，再重新生成。',
  'journal-not-completed':
    '数据文件夹（journal 文件夹）缺少的内容，本机供界面显示的数据里有，但是补回没有成功，可能是磁盘已满，程序未改动现有数据。请腾出磁盘空间，再点“重新打开”。',
  'journal-unreadable':
    '数据读取失败，程序未改动现有数据。请不要卸载或删除任何文件：关闭本程序，确认磁盘或U盘连接正常后再打开；仍不行，请把数据文件夹整个复制一份，联系电脑维护人员。',
}

/** Nothing can be shown, but nothing is lost: says what to do. */
export function OpenFailed({ problem }: { problem: OpenProblem }) {
  return (
    <Center h="100vh" p="xl">
      <Alert color="red" title="数据没有打开" maw={560}>
        <Stack gap="xs" align="flex-start">
          <Text>{texts[problem.code]}</Text>
          <Code block>{problem.detail}</Code>
          <Button variant="default" onClick={() => void desktop.reopen()}>
            {notDrawnWords.again}
          </Button>
        </Stack>
      </Alert>
    </Center>
  )
}
