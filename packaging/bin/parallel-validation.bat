@echo off
rem Starts Parallel Validation on the first Java that is new enough: PV_JAVA_HOME, JAVA_HOME, the JDK that built this
rem folder, java on the PATH.
setlocal
set NEEDED=25
set "APP=%~dp0.."
set "HOME_FOUND="

if not defined PV_JAVA_HOME goto others
call :try "%PV_JAVA_HOME%"
if defined HOME_FOUND goto run
echo PV_JAVA_HOME is %PV_JAVA_HOME%, which is no Java %NEEDED% or newer; set it to one, or unset it. 1>&2
exit /b 2

:others
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined HOME_FOUND goto run
if exist "%APP%\lib\build-jdk" (
  for /f "usebackq delims=" %%j in ("%APP%\lib\build-jdk") do call :try "%%j"
)
if defined HOME_FOUND goto run
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
if defined HOME_FOUND goto run
echo Parallel Validation needs Java %NEEDED% or newer and found none: set PV_JAVA_HOME to the folder of one. 1>&2
exit /b 2

:run
"%HOME_FOUND%\bin\java.exe" ^
  -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m ^
  --module-path "%APP%\lib\javafx" --add-modules javafx.controls ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED ^
  -cp "%APP%\lib\*" io.github.parallelvalidation.Main %*
exit /b %ERRORLEVEL%

:try
if defined HOME_FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "FEATURE=%%~v"
)
set "FEATURE=%FEATURE:"=%"
if %FEATURE% GEQ %NEEDED% set "HOME_FOUND=%~1"
exit /b 0
