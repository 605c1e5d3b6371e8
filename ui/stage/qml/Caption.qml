import QtQuick

Words {
    objectName: "caption"
    color: theme.soft
    wrapMode: Text.Wrap
    lineHeight: 0.9
}
