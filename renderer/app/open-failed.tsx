import { Alert, Button, Center, Code, Stack, Text } from '@mantine/core'
import { notDrawnWords } from '../../shared/wording/page-gone.ts'
import { desktop } from '../kit/session/desktop.ts'
import type { OpenProblem } from '../store/open/open-store.ts'

const texts: Record<OpenProblem['code'], string> = {
  'store-unusable':
    '这台电脑上的工作数据打不开，也没能重新建立，多半是磁盘满了。您填过的内容都还在保存记录里：请腾出一些磁盘空间，再打开本程序。',
  'store-not-kept':
    '这台电脑上的工作数据要按保存记录重新建立，但是先另存一份没有成功，多半是磁盘满了，所以什么都没有动。请腾出一些磁盘空间，再点“重新打开”。',
  'store-busy':
    '这台电脑上的工作数据坏了，打不开，也没有动它。请关掉本程序再打开一次：下次打开时先把它原样收好，再按保存记录重新建立。',
  'journal-not-completed':
    '保存记录（journal 文件夹）里缺的内容，这台电脑的工作数据里有，但是补回去没有成功，多半是磁盘满了，所以什么都没有动。请腾出一些磁盘空间，再点“重新打开”。',
  'journal-unreadable':
    '保存记录读不出来。请不要卸载或删除任何文件：关掉本程序，确认磁盘或 U 盘连接正常后再打开；仍然不行，请把数据文件夹整个复制一份，交给技术人员。',
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
