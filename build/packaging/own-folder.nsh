; Which folder the program may be installed into, and what is removed of it: only what Setup wrote.

!ifndef BUILD_UNINSTALLER
  ; In $0 a folder, out "good" or "bad". Good is the program's own: new, empty, or one of an earlier installation, and
  ; never the data's.
  Function checkFolder
    Push $1
    Push $2
    Push $3
    ; Slashes, `..` and a relative path name the same folder as the path written out.
    System::Call 'kernel32::GetFullPathNameW(w r0, i ${NSIS_MAX_STRLEN}, w .r1, p 0) i .r2'
    ${If} $2 <> 0
      StrCpy $0 $1
    ${EndIf}
    StrCpy $3 "good"
    StrLen $1 "$DataFolder\"
    StrCpy $2 "$0\" $1
    ${If} $2 == "$DataFolder\"
      StrCpy $3 "bad"
    ${ElseIf} ${FileExists} "$0"
    ${AndIfNot} ${FileExists} "$0\*.*"
      ; A file.
      StrCpy $3 "bad"
    ${ElseIfNot} ${FileExists} "$0\${APP_EXECUTABLE_FILENAME}"
      FindFirst $1 $2 "$0\*.*"
      ${DoUntil} $2 == ""
        ${If} $2 != "."
        ${AndIf} $2 != ".."
          StrCpy $3 "bad"
        ${EndIf}
        FindNext $1 $2
      ${Loop}
      FindClose $1
    ${EndIf}
    StrCpy $0 $3
    Pop $3
    Pop $2
    Pop $1
  FunctionEnd

  ; For .onInit: nobody sees the folder page where Setup runs with /S, so the folder of /D= is checked here.
  !macro checkFolderOfSilent
    ${If} ${Silent}
      StrCpy $0 $INSTDIR
      Call checkFolder
      ${If} $0 == "bad"
        SetErrorLevel 2
        Quit
      ${EndIf}
    ${EndIf}
  !macroend
!else
  ; Instead of `RMDir /r $INSTDIR`: files.txt, which comes with the program, names its files and then its folders, each
  ; ended by \. What is not in it is somebody else's and stays, and so does a folder that holds it.
  !macro removeOwnFiles
    SetOutPath $TEMP
    ; What Setup puts beside what is packed.
    Delete "$INSTDIR\resources\ogi.ico"
    Delete "$INSTDIR\uninstallerIcon.ico"
    Delete "$INSTDIR\${UNINSTALL_FILENAME}"
    ClearErrors
    FileOpen $R0 "$INSTDIR\files.txt" r
    ${IfNot} ${Errors}
      ${Do}
        ClearErrors
        FileRead $R0 $R1
        ${If} ${Errors}
          ${Break}
        ${EndIf}
        StrCpy $R1 $R1 -2
        StrCpy $R2 $R1 1 -1
        ${If} $R2 == "\"
          RMDir "$INSTDIR\$R1"
        ${Else}
          Delete "$INSTDIR\$R1"
        ${EndIf}
      ${Loop}
      FileClose $R0
    ${EndIf}
    Delete "$INSTDIR\files.txt"
    Delete "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
    RMDir "$INSTDIR"
    ClearErrors
  !macroend
!endif
