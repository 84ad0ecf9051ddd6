@echo off
rem Starts Parallel Validation on the first Java that is new enough: PV_JAVA_HOME, JAVA_HOME, the JDK that built this
rem folder, java on the PATH.
setlocal
set NEEDED=25
for %%a in ("%~dp0..") do set "APP=%%~fa"
set "HOME_FOUND="

if not "%APP%"=="%APP:;=%" (
  echo Parallel Validation is in "%APP%", and Java takes a semicolon for the end of a name: move it to a folder without one. 1>&2
  exit /b 2
)
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
for %%j in ("%APP%\lib\parallel-validation-*.jar") do set "JAR=%%~fj"
rem The caches of what Java loads at start fit one Java and the files of this folder; where one does not fit, Java starts
rem without it, and would say so without -Xlog:disable.
if "%~1"=="worker" goto worker
if "%~1"=="" goto window
if "%~1"=="open" goto window
if not "%~2"=="" goto command
if exist "%~1\" goto window

:command
set "CACHE=-XX:+UseSerialGC"
if exist "%APP%\lib\commands.aot" set "CACHE=-XX:AOTCache=%APP%\lib\commands.aot"
"%HOME_FOUND%\bin\java.exe" -Xlog:disable "%CACHE%" ^
  -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m --enable-native-access=ALL-UNNAMED ^
  -cp "%JAR%" io.github.parallelvalidation.Main %*
exit /b %ERRORLEVEL%

:window
set "CACHE=-XX:+UseSerialGC"
if exist "%APP%\lib\window.aot" set "CACHE=-XX:AOTCache=%APP%\lib\window.aot"
"%HOME_FOUND%\bin\java.exe" -Xlog:disable "%CACHE%" ^
  -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m ^
  --module-path "%APP%\lib\javafx" --add-modules javafx.controls ^
  --enable-native-access=javafx.graphics,ALL-UNNAMED ^
  -cp "%JAR%" io.github.parallelvalidation.Main %*
exit /b %ERRORLEVEL%

:worker
set "CACHE=-XX:+UseSerialGC"
if exist "%APP%\lib\worker.aot" set "CACHE=-XX:AOTCache=%APP%\lib\worker.aot"
"%HOME_FOUND%\bin\java.exe" -Xlog:disable "%CACHE%" ^
  -Xss512k -XX:+UseSerialGC -XX:ActiveProcessorCount=1 -XX:TieredStopAtLevel=1 ^
  -XX:+IgnoreUnrecognizedVMOptions -XX:Tier3BackEdgeThreshold=3000 -Xmx110m ^
  -cp "%JAR%" io.github.parallelvalidation.Main %*
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
