#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gui-session.sh [-w WIDTHxHEIGHT] [--wm xfwm4|none] [--dark] [--hc] [--lang LANGUAGE] COMMAND…
#
# Runs a command in a display, a D-Bus session, a home folder and settings of its own, which end
# with it. Exits as the command does, or with 125 if the session could not be had. Several may run
# side by side. Without a window manager (--wm none) nothing takes the focus: enough for tests
# inside the process, too little for a program driven from outside.
set -u

fail () {
  echo "gui-session.sh: $*" >&2
  exit 125
}

size=1440x900 window_manager=xfwm4 scheme=prefer-light contrast= language=
while [ $# -gt 0 ]; do
  case $1 in
    -w) size=$2; shift 2 ;;
    --wm) window_manager=$2; shift 2 ;;
    --dark) scheme=prefer-dark; shift ;;
    --hc) contrast=1; shift ;;
    --lang) language=$2; shift 2 ;;
    -*) fail "unknown option $1" ;;
    *) break ;;
  esac
done
[ $# -gt 0 ] || fail "no command"

work=$(mktemp -d) || exit 125
server=
clean_up () {
  if [ -n "$server" ]; then
    kill "$server" 2> /dev/null
    wait "$server" 2> /dev/null
  fi
  # What the session started may still be writing its last file.
  rm -rf "$work" 2> /dev/null || { sleep 0.3; rm -rf "$work"; }
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

home=$work/home
mkdir -p "$home/.config/gtk-4.0" "$home/.cache" "$home/.local/share" "$work/runtime"
chmod 700 "$work/runtime"
# With no settings daemon, GTK on X11 takes its font from here; a blinking caret never settles.
cat > "$home/.config/gtk-4.0/settings.ini" << 'END'
[Settings]
gtk-font-name=Cantarell 11
gtk-icon-theme-name=Adwaita
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-decoration-layout=:minimize,maximize,close
END

exec 7> "$work/display"
Xvfb -displayfd 7 -screen 0 "${size}x24" -nolisten tcp -noreset > "$work/xvfb.log" 2>&1 &
server=$!
exec 7>&-
for _ in $(seq 400); do
  [ -s "$work/display" ] && break
  kill -0 "$server" 2> /dev/null || break
  sleep 0.05
done
[ -s "$work/display" ] || { cat "$work/xvfb.log" >&2; fail "Xvfb did not start"; }

unset WAYLAND_DISPLAY GTK_THEME GTK_MODULES AT_SPI_BUS_ADDRESS DBUS_SESSION_BUS_ADDRESS
export DISPLAY=":$(tr -d '\n' < "$work/display")"
export HOME=$home XDG_CONFIG_HOME=$home/.config XDG_CACHE_HOME=$home/.cache
export XDG_DATA_HOME=$home/.local/share XDG_STATE_HOME=$home/.local/state
export XDG_RUNTIME_DIR=$work/runtime
export GDK_BACKEND=x11 GDK_SCALE=1 GDK_DEBUG=gl-disable GSK_RENDERER=cairo
export GSETTINGS_BACKEND=memory
# There is no portal here: file choosers and colour schemes are the program's own.
export ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0
export ADW_DEBUG_COLOR_SCHEME=$scheme
[ -z "$contrast" ] || export ADW_DEBUG_HIGH_CONTRAST=1
[ -z "$language" ] || export LANGUAGE=$language LC_ALL=C.UTF-8

# The command keeps our output; what the session's own services say is of no use to anybody.
export GUI_WINDOW_MANAGER=$window_manager GUI_LOG=$work/session.log
cat > "$work/inside" << 'END'
if [ "$GUI_WINDOW_MANAGER" != none ]; then
  "$GUI_WINDOW_MANAGER" --compositor=on --vblank=off > "$GUI_LOG.wm" 2>&1 &
  for _ in $(seq 200); do
    xprop -root _NET_SUPPORTING_WM_CHECK 2> /dev/null | grep -q 'window id' && break
    sleep 0.05
  done
fi
"$@" >&8 2>&9 8>&- 9>&-
status=$?
jobs -p | xargs -r kill 2> /dev/null
exit $status
END
dbus-run-session -- bash "$work/inside" "$@" 8>&1 9>&2 > "$GUI_LOG" 2>&1
