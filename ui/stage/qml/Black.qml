import QtQuick

// Nothing at all.
Rectangle {
    color: "#000000"
}
