import type { PanelAnswer, PanelRequest } from './link-messages.ts'

/**
 * Runs in the page in the user's own browser and draws what the system draws elsewhere: file and message dialogs,
 * downloads. Its text is put into the page: it may use nothing outside itself. All styles go by CSSOM, which a strict
 * policy allows.
 */
export function linkPanel(): (request: PanelRequest) => void {
  const post = fetch.bind(window)
  const element = document.createElement('ogi-host')
  const root = element.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    dialog, output { font: 15px/1.6 system-ui, sans-serif; color: #222; background: #fff; border: 1px solid #888;
      border-radius: 6px; box-shadow: 0 8px 32px #0004; }
    dialog { padding: 20px 24px; max-width: 32em; }
    dialog::backdrop { background: #0006; }
    h2 { font-size: 17px; margin: 0 0 8px; }
    p { margin: 0 0 12px; white-space: pre-wrap; }
    footer { display: flex; gap: 8px; justify-content: flex-end; margin-top: 16px; }
    button { font: inherit; padding: 4px 16px; }
    output { position: fixed; inset: auto 16px 16px auto; margin: 0; padding: 12px 16px; }
    output:empty { display: none; }
    output div { display: flex; gap: 12px; align-items: center; }
  `)
  root.adoptedStyleSheets = [sheet]
  const notices = document.createElement('output')
  notices.popover = 'manual'
  root.append(notices)

  function show(node: HTMLElement): void {
    // The script runs before the page has a body, and a page may replace what is in it.
    if (!element.isConnected) document.documentElement.append(element)
    if (node instanceof HTMLDialogElement) node.showModal()
    else if (!node.matches(':popover-open')) node.showPopover()
  }

  function add<Tag extends keyof HTMLElementTagNameMap>(
    parent: Element,
    tag: Tag,
    text = '',
  ): HTMLElementTagNameMap[Tag] {
    const child = document.createElement(tag)
    child.textContent = text
    parent.append(child)
    return child
  }

  function openDialog(title: string): HTMLDialogElement {
    const dialog = document.createElement('dialog')
    root.append(dialog)
    if (title !== '') add(dialog, 'h2', title)
    return dialog
  }

  function answer(id: string, value: PanelAnswer): void {
    post(`/__host/answer?id=${id}`, { method: 'POST', body: JSON.stringify(value) }).catch((error: unknown) =>
      console.error(error),
    )
  }

  function askForFiles(request: Extract<PanelRequest, { kind: 'open' }>): void {
    const dialog = openDialog(request.title)
    const status = add(dialog, 'p', request.directory ? '请选择文件夹。' : '请选择文件。')
    const input = add(dialog, 'input')
    input.type = 'file'
    input.multiple = request.multiple
    input.accept = request.accept
    input.webkitdirectory = request.directory
    const cancel = add(add(dialog, 'footer'), 'button', '取消')
    const finish = (uploaded: boolean) => {
      answer(request.id, { uploaded })
      dialog.remove()
    }
    cancel.addEventListener('click', () => finish(false))
    dialog.addEventListener('cancel', () => finish(false))
    input.addEventListener('change', async () => {
      const files = [...(input.files ?? [])]
      input.disabled = true
      for (const [at, file] of files.entries()) {
        status.textContent = `正在读取第${at + 1}个文件，共${files.length}个：${file.name}`
        const path = encodeURIComponent(file.webkitRelativePath || file.name)
        const stored = await post(`/__host/upload?id=${request.id}&path=${path}`, { method: 'POST', body: file })
        if (!stored.ok) {
          status.textContent = `没有读到“${file.name}”，请重新选择。`
          input.disabled = false
          return
        }
      }
      finish(files.length > 0)
    })
    show(dialog)
  }

  function askMessage(request: Extract<PanelRequest, { kind: 'message' }>): void {
    const dialog = openDialog(request.message)
    if (request.detail !== '') add(dialog, 'p', request.detail)
    const checkbox = document.createElement('input')
    checkbox.type = 'checkbox'
    checkbox.checked = request.checkboxChecked
    if (request.checkboxLabel !== '') add(dialog, 'label', request.checkboxLabel).prepend(checkbox)
    const finish = (response: number) => {
      answer(request.id, { response, checkboxChecked: checkbox.checked })
      dialog.remove()
    }
    const footer = add(dialog, 'footer')
    for (const [at, label] of request.buttons.entries()) {
      const button = add(footer, 'button', label)
      button.autofocus = at === request.defaultId
      button.addEventListener('click', () => finish(at))
    }
    dialog.addEventListener('cancel', () => finish(request.cancelId))
    show(dialog)
  }

  function offer(request: Extract<PanelRequest, { kind: 'offer' }>): void {
    const line = add(notices, 'div')
    const link = add(line, 'a', `下载“${request.name}”`)
    link.href = `/__host/download?id=${request.id}`
    link.download = request.name
    add(line, 'button', '关闭').addEventListener('click', () => line.remove())
    show(notices)
    link.click()
  }

  return (request) => {
    switch (request.kind) {
      case 'open':
        return askForFiles(request)
      case 'message':
        return askMessage(request)
      case 'offer':
        return offer(request)
      case 'copy':
        navigator.clipboard.writeText(request.text).catch((error: unknown) => console.error(error))
        return
      case 'print':
        return print()
      case 'go':
        return location.assign(request.address)
      case 'ended':
        return show(openDialog(request.text))
    }
  }
}
