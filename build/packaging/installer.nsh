; What electron-builder's assisted installer does not do by itself: one page in plain Chinese, no question about
; "all users", refusal of an old Windows with advice, and no way to install into somebody's files.

; electron-builder.yml names a home page for deb only: no dead links in the list of programs.
!ifdef UNINSTALL_URL_HELP
  !undef UNINSTALL_URL_HELP
  !undef UNINSTALL_URL_INFO_ABOUT
  !undef UNINSTALL_URL_UPDATE_INFO
  !undef UNINSTALL_URL_README
!endif

!ifndef BUILD_UNINSTALLER
  ; %LOCALAPPDATA% of the person who runs Setup, also when /allusers makes $LOCALAPPDATA mean another folder.
  ; The application uses the same folder (electron/).
  Var DataFolder

  ; Seven lines of about 37 Chinese characters fit.
  !define MUI_DIRECTORYPAGE_TEXT_TOP "本程序需要 Windows 10 或更高版本（64位）。只为当前用户安装，不需要管理员权限。$\r$\n您录入的数据都保存在：$\r$\n$DataFolder$\r$\n以后升级或卸载本程序，都不会改动这个文件夹。$\r$\n程序安装在下面的位置，一般不用改。需要修改的，请选择空文件夹或原来装过本程序的文件夹，选择其他文件夹时，“安装”按钮不可用。"
!endif

; First thing in .onInit: before electron-builder's own check, which speaks of Windows 7.
!macro preInit
  !ifndef BUILD_UNINSTALLER
    ${IfNot} ${AtLeastWin10}
      MessageBox MB_OK|MB_ICONSTOP "这台电脑的 Windows 版本太旧，不能安装本程序，电脑上没有任何改动。$\r$\n$\r$\n本程序需要 Windows 10 或更高版本。请用 Windows 10 及以上的电脑安装；单位没有这样的电脑，请联系上级政府信息公开主管部门，商量用其他方式报送。" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    ${IfNot} ${RunningX64}
      MessageBox MB_OK|MB_ICONSTOP "这台电脑的 Windows 是32位的，不能安装本程序，电脑上没有任何改动。$\r$\n$\r$\n本程序需要64位的 Windows 10 或更高版本。请换一台64位的电脑安装；单位没有这样的电脑，请联系上级政府信息公开主管部门，商量用其他方式报送。" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
  !endif
!macroend

!macro customInit
  ReadEnvStr $DataFolder LOCALAPPDATA
  StrCpy $DataFolder "$DataFolder\${APP_PACKAGE_NAME}"
  !insertmacro checkFolderOfSilent
!macroend

; Always for the current user, unless a copy for all users is there or the IT office asks for it with /allusers.
!macro customInstallMode
  !ifndef BUILD_UNINSTALLER
    ${If} $hasPerMachineInstallation == "0"
      StrCpy $isForceCurrentInstall "1"
    ${EndIf}
  !endif
!macroend

!macro customHeader
  !include "${BUILD_RESOURCES_DIR}/own-folder.nsh"
  !ifndef BUILD_UNINSTALLER
    ; Abort greys the button 安装.
    Function .onVerifyInstDir
      Push $0
      Push $1
      ; The same completion as electron-builder applies to the folder after this page.
      StrCpy $0 $INSTDIR
      ${StrContains} $1 "${APP_FILENAME}" $INSTDIR
      ${If} $1 == ""
        StrCpy $0 "$INSTDIR\${APP_FILENAME}"
      ${EndIf}
      Call checkFolder
      Pop $1
      ${If} $0 == "bad"
        Pop $0
        Abort
      ${EndIf}
      Pop $0
    FunctionEnd
  !endif
!macroend

!macro customRemoveFiles
  !insertmacro removeOwnFiles
  ${If} ${FileExists} "$INSTDIR\*.*"
    ${IfNot} ${isUpdated}
      MessageBox MB_OK|MB_ICONINFORMATION "程序已经卸载。“$INSTDIR”里还有不是安装程序放进去的文件，或者正在使用的文件，没有删。不要的话，请您自己看过以后再删。" /SD IDOK
    ${EndIf}
  ${EndIf}
!macroend

!macro customInstall
  ; The verb in the right-click menu, which electron-builder writes in English.
  WriteRegStr SHELL_CONTEXT "Software\Classes\OgiYearbook.File\shell\open" "" "用“${PRODUCT_NAME}”打开"
  ; electron-builder keeps a copy of Setup for online updates: 100 MB that nobody needs.
  ${If} $installMode == "all"
    SetShellVarContext current
  ${EndIf}
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$LOCALAPPDATA\${APP_PACKAGE_NAME}-updater"
  ${If} $installMode == "all"
    SetShellVarContext all
  ${EndIf}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0x1000, i 0, i 0)'
!macroend
