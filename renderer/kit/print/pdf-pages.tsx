import { Loader, Stack, Text } from '@mantine/core'
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { sharpScale } from './sharp-scale.ts'

GlobalWorkerOptions.workerSrc = workerUrl

/** Shows the very PDF that will be saved, page by page. `width` is the paper's width on screen in CSS pixels. */
export function PdfPages({ bytes, width }: { bytes: Uint8Array; width: number }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    // pdf.js takes the buffer away to its worker; ours is kept for saving.
    const task = getDocument({ data: bytes.slice(), useWasm: false })
    let gone = false
    setFailed(false)
    task.promise.then(
      (loaded) => !gone && setPdf(loaded),
      () => !gone && setFailed(true),
    )
    return () => {
      gone = true
      setPdf(null)
      void task.destroy()
    }
  }, [bytes])
  if (failed) return <Text c="red">预览没有显示，文件可以照常保存和打印。要看预览，请重新打开本页。</Text>
  if (pdf === null) return <Loader role="status" size="sm" aria-label="正在排版" />
  return (
    <Stack gap="md" align="center" role="document" aria-label={`共${pdf.numPages}页`}>
      {Array.from({ length: pdf.numPages }, (_, i) => (
        // Pages never change places within one document.
        // biome-ignore lint/suspicious/noArrayIndexKey: the page number is its identity
        <PdfPage key={i} pdf={pdf} number={i + 1} width={width} />
      ))}
    </Stack>
  )
}

function PdfPage({ pdf, number, width }: { pdf: PDFDocumentProxy; number: number; width: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let cancel = () => {}
    let gone = false
    const draw = async () => {
      const page = await pdf.getPage(number)
      const target = canvas.current
      if (gone || target === null) return
      const natural = page.getViewport({ scale: 1 })
      const scale = sharpScale(width / natural.width, window.devicePixelRatio)
      const viewport = page.getViewport({ scale })
      // Whole pixels: a page that lies between them drops thin strokes.
      target.width = Math.round(viewport.width)
      target.height = Math.round(viewport.height)
      target.style.aspectRatio = `${target.width} / ${target.height}`
      const task = page.render({ canvas: target, viewport })
      cancel = () => task.cancel()
      await task.promise.then(
        () => target.setAttribute('data-drawn', 'true'),
        () => {}, // cancelled: the page is gone
      )
    }
    void draw()
    return () => {
      gone = true
      cancel()
    }
  }, [pdf, number, width])
  return <canvas ref={canvas} className="pdf-page" style={{ width }} role="img" aria-label={`第${number}页`} />
}
